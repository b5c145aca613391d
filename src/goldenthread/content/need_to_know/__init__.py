"""Need to know: what a Caldicott Guardian reads and signs before anybody sees a record."""
