"""Planning: the plan of a year with its targets, money, approval and amendments; how places are covered, and how plan and deed compare.

It belongs to insight. Its entries stand in visits. It may not know reports, publications or faces.
"""
