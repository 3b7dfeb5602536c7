"""Forms: fields, widgets, drafts, and the same form sent twice."""
