"""The queues beside the one that takes everything, by name; read before Django is loaded."""

# What only keeps the trail: a long job must not keep it waiting.
SEALING = "sealing"
