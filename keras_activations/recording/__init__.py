"""What goes where: tags, event files, history, report."""
