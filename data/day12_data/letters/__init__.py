"""Letters: the templates, choosing one, filling it in, and the mail, the page or the invitation that it becomes."""
