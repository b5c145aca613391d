"""Kinds of agency, each with the census code of a referral that comes from one.

Source codes: children in need census, ReferralSource code set.
"""

from goldenthread.language.agency_kind import AgencyKind

school = AgencyKind(key="school", title="School", source_code="2A")
council = AgencyKind(key="council", title="Council children's services", source_code="5B")
police = AgencyKind(key="police", title="Police", source_code="6")
health = AgencyKind(key="health", title="Health service", source_code="3F")
education = AgencyKind(key="education", title="Education service", source_code="2B")
probation = AgencyKind(key="probation", title="Probation", source_code="7")
housing = AgencyKind(key="housing", title="Housing", source_code="4")
early_help = AgencyKind(key="early-help", title="Early help service", source_code="5D")
voluntary = AgencyKind(key="voluntary", title="Voluntary or community group", source_code="8")
other = AgencyKind(key="other", title="Another organisation", source_code="8")
partnership = AgencyKind(key="partnership", title="Safeguarding partnership", source_code="8")
