"""Reports: the visit report from its draft to its frozen, signed and issued bytes.

It belongs to insight. It may not know faces, and it changes findings and recommendations only through their own services.
"""
