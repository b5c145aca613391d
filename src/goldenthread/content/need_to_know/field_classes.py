"""What a field may hold, and from which level it is shown.

At levels 0 and 1 no field is shown. A stub has its own few words: a name, a year of birth, and who
to ring.
"""

from goldenthread.content.need_to_know import law
from goldenthread.language.level import Level
from goldenthread.language.need_to_know import FieldClass

identity = FieldClass(
    key="identity",
    title="Who they are",
    holds="Names, numbers, dates of birth and death, sex, ethnicity",
    shown_from=Level.SUMMARY,
    law=law.data_protection,
)

admin = FieldClass(
    key="admin",
    title="How the work stands",
    holds="References, steps, dates, who holds it, who recorded it, what is due",
    shown_from=Level.SUMMARY,
    law=law.data_protection,
)

legal = FieldClass(
    key="legal",
    title="Decisions in law",
    holds="Outcomes, thresholds, agreement, parental responsibility",
    shown_from=Level.SUMMARY,
    law=law.data_protection,
)

contact = FieldClass(
    key="contact",
    title="Where they are and how to reach them",
    holds="Home, school, surgery, telephone, household",
    shown_from=Level.SHARED,
    law=law.data_protection,
)

narrative = FieldClass(
    key="narrative",
    title="What was written",
    holds="The worry, what was found, why it was decided so",
    shown_from=Level.SHARED,
    law=law.data_protection,
)

health = FieldClass(
    key="health",
    title="Health and disability",
    holds="Diagnoses, disability, injuries, pregnancy",
    shown_from=Level.SHARED,
    law=law.special_categories,
)

third_party = FieldClass(
    key="third-party",
    title="Other people",
    holds="Adults and other children who matter to the child",
    shown_from=Level.SHARED,
    law=law.others_data,
)

criminal = FieldClass(
    key="criminal",
    title="Crime and police intelligence",
    holds="Offences, suspects, weapons, what police know of somebody",
    shown_from=Level.FULL,
    law=law.criminal_data,
)

safe_address = FieldClass(
    key="safe-address",
    title="A place kept safe",
    holds="An address somebody must not learn of, and how to reach somebody safely",
    shown_from=Level.FULL,
    law=law.serious_harm,
)

source_identity = FieldClass(
    key="source-identity",
    title="Who told us",
    holds="The name, work and number of whoever raised the worry",
    shown_from=Level.FULL,
    law=law.others_data,
)
