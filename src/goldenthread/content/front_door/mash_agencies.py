"""The agencies a MASH enquiry may ask, by the kind of agency that answers."""

from goldenthread.language.question import Option

AGENCIES = (
    Option(key="police", label="Police"),
    Option(key="health", label="Health"),
    Option(key="education", label="Education"),
    Option(key="probation", label="Probation"),
    Option(key="housing", label="Housing"),
    Option(key="voluntary", label="Voluntary and community groups"),
)
