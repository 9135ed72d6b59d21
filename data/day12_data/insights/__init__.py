"""What the board tells about the past: promises and whether they were kept, follow-ups, answers, month by month."""
