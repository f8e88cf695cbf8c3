"""A private journal for people who network on purpose. Imports nothing, so that every command pays only for itself."""
