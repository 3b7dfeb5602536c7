"""The yearly meeting of the kecamatan that ranks what the kampung propose to the kabupaten."""
