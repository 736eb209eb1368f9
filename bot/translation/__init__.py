"""Translators behind one small interface."""
