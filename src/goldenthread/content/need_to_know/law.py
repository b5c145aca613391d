"""The law that decides who may see what of a child's record, cited by what follows from it."""

from goldenthread.kernel.citation import Citation

data_protection = Citation("UK GDPR", "article 5(1)(c) and (f)", status="known")
special_categories = Citation(
    "Data Protection Act 2018", "schedule 1, paragraph 18, safeguarding of children"
)
criminal_data = Citation("Data Protection Act 2018", "sections 10 and 11, and Part 3")
others_data = Citation("Data Protection Act 2018", "schedule 2, paragraph 16")
serious_harm = Citation("Data Protection Act 2018", "schedule 3")
arrangements = Citation("Children Act 2004", "section 11")
partners = Citation("Children Act 2004", "sections 16E to 16G")
sharing = Citation("Children Act 2004", "sections 16LA to 16LC")
deaths = Citation("Children Act 2004", "sections 16M to 16P")
child_in_need = Citation("Children Act 1989", "section 17")
protection = Citation("Children Act 1989", "section 47")
emergency = Citation("Children Act 1989", "sections 44 and 46")
looked_after = Citation("Children Act 1989", "sections 20, 22 and 31")
early_help = Citation("Children Act 2004", "section 10")
adoption = Citation("Adoption and Children Act 2002", "sections 56 to 58")
subject_access = Citation("UK GDPR", "article 15")
privacy_officers = Citation("UK GDPR", "articles 37 to 39")
working_together = Citation("Working Together to Safeguard Children")
allegations = Citation("Working Together to Safeguard Children", "people in positions of trust")
caldicott = Citation("The Caldicott Principles", "principles 2, 4 and 7")
local = Citation("Partnership convention", status="LOCAL")
