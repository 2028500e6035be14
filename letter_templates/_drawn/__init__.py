"""Draws the letter templates that Mentor XL ships: ``python letter_templates/_drawn`` from the top folder.

The .docx files beside this folder are what is shipped, and people may edit them in Word; this folder is not.
"""
