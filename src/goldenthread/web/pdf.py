"""A page as a PDF: tagged for screen readers, fetching nothing, naming nobody in its metadata."""

from functools import cache

MISSING = (
    "A PDF cannot be made on this machine: it lacks the Pango library. "
    "On Debian, apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu."
)


@cache
def missing() -> str:
    """Return what this machine lacks to make a PDF, in a sentence, or nothing."""
    try:
        import weasyprint  # noqa: F401, PLC0415  # loads libraries of the system a machine may lack
    except OSError:
        return MISSING
    return ""


def written(html: str) -> bytes:
    """Return the document as a PDF/UA. What it asks for outside itself it does not get."""
    import weasyprint  # noqa: PLC0415  # costs every other page nothing
    from weasyprint.urls import URLFetcher  # noqa: PLC0415

    nothing = URLFetcher(allowed_protocols=())
    made: bytes = weasyprint.HTML(string=html, url_fetcher=nothing).write_pdf(
        pdf_variant="pdf/ua-1"
    )
    return made
