/** Namespace of Trailwarden's own CloudWatch metrics; their one dimension is `service`, the name of the function. */
export const metricNamespace = 'Trailwarden';
