"""Paper: modules, team-huddle sheets, pages to hand on and blank templates as tagged PDF.

What stands in the content packs becomes plain values here, and `tiapp/printing` lays them out.
Nothing of any person's is in them.
"""
