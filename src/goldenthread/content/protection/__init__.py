"""Protection: assessment, enquiry, conference and plan."""
