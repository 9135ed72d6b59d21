"""What comes in: invitations, mails, contacts and spreadsheets become changes to the board. Nothing here prints."""
