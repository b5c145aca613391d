"""What the forms of a child's record call the kinds of agency that came to a meeting."""

PARTNERS = (
    ("police", "police"),
    ("health", "health"),
    ("school", "education"),
    ("education", "education"),
    ("probation", "probation"),
    ("housing", "housing"),
    ("voluntary", "voluntary"),
)
