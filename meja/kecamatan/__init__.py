"""All kampung on one page, for five minutes before a meeting.

Every figure counts only what everybody may read: the sheet goes to a meeting, and a count of
hidden kiriman would tell of them. What waits for one reader stands beside the table, on the screen
alone.
"""
