"""Signing in with an agency's own directory: OpenID Connect, authorization code with PKCE.

Whoever signs in so is known by the issuer and the subject it names, and by nothing else: an e-mail
address in a token joins nobody to an account (SECURITY P15).
"""
