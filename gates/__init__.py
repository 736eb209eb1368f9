"""What the engine promises, tried with faults and judged by what arrived at the other side."""
