"""The front door: contacts, the referral form, the decision and telling the referrer."""
