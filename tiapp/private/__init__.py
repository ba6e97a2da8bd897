"""What nobody but the writer reads: journal, check-ins, plan, in an encrypted file of their own.

It never meets `record`; both decide nothing about each other. Nothing in here logs, and no text
leaves the vault but by the person's own hand. See docs/decisions/006-vault.md.
"""
