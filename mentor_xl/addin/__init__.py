"""The add-in for Excel: its table of buttons, the file made from that table, and its place on a computer.

``buttons`` is plain data and imports nothing of ours; whoever wants only the table imports that module.
"""
