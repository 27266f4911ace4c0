// Rules have no paths here, so nothing may ever reach a JSONPath expression (docs/decisions/0003-no-jsonpath.md).
exports.JSONPath = function JSONPath() {
  throw new Error("JSONPath is not available: rules have no paths");
};
