"""Demonstration data: an invented story of months, told through the real services.

Every person, figure and text here is invented. Anything that would blame or shame stands with the
invented "Kampung Contoh" alone; the 17 real kampung carry neutral or good news. Officials are named
by their office. It is never loaded beside real data.
"""
