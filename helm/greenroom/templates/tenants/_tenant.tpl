{{/* What a tenant's namespace needs: (dict "root" $ "tenant" "northlight" "namespace" "northlight" "component" "tenant" "annotations" "") */}}

{{- define "greenroom.tenantMetadata" -}}
namespace: {{ .namespace }}
labels:
  {{- include "greenroom.componentLabels" (list .root "tenant") | nindent 2 }}
{{- with .annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "greenroom.tenantBinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: {{ include "greenroom.fullname" .root }}-operator
  {{- include "greenroom.tenantMetadata" . | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: {{ include "greenroom.fullname" .root }}-operator-tenant
subjects:
  - kind: ServiceAccount
    name: {{ include "greenroom.fullname" .root }}-operator
    namespace: {{ .root.Release.Namespace }}
{{- end }}

{{/* Nobody calls a Job. Each kind may reach what it works with. */}}
{{- define "greenroom.tenantPolicies" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "greenroom.fullname" .root }}-jobs
  {{- include "greenroom.tenantMetadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/managed-by: greenroom-operator
  policyTypes: [Ingress, Egress]
  egress:
    {{- include "greenroom.egressDns" .root | nindent 4 }}
    {{- include "greenroom.egressApiServer" .root | nindent 4 }}
    {{- if .root.Values.tracing.enabled }}
    {{- include "greenroom.egressTracing" .root | nindent 4 }}
    {{- end }}
---
# Those that render work on uploads, and have nothing to do with the database.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "greenroom.fullname" .root }}-database
  {{- include "greenroom.tenantMetadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/managed-by: greenroom-operator
    matchExpressions:
      - key: greenroom.social/job
        operator: NotIn
        values: [render]
  policyTypes: [Egress]
  egress:
    {{- include "greenroom.egressPostgresql" .root | nindent 4 }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "greenroom.fullname" .root }}-generate
  {{- include "greenroom.tenantMetadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/managed-by: greenroom-operator
      greenroom.social/job: generate
  policyTypes: [Egress]
  egress:
    {{- include "greenroom.egressModel" .root | nindent 4 }}
    # What requests attach by its address.
    {{- include "greenroom.egressNetworks" .root | nindent 4 }}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ include "greenroom.fullname" .root }}-networks
  {{- include "greenroom.tenantMetadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app.kubernetes.io/managed-by: greenroom-operator
    matchExpressions:
      - key: greenroom.social/job
        operator: In
        values: [publish, check]
  policyTypes: [Egress]
  egress:
    {{- include "greenroom.egressNetworks" .root | nindent 4 }}
{{- end }}

{{- define "greenroom.tenantNamespace" -}}
apiVersion: v1
kind: Namespace
metadata:
  name: {{ .namespace }}
  labels:
    # Its consent: without it the operator leaves a namespace alone.
    greenroom.social/tenant: {{ .tenant }}
    pod-security.kubernetes.io/enforce: restricted
    {{- include "greenroom.componentLabels" (list .root "tenant") | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
