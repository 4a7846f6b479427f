"""What changed from one map to another, and several changes of one map in one."""
