{{/* Where things are, and the variables that tell the programs. */}}

{{- define "greenroom.databaseHost" -}}
{{- if .Values.database.cloudNativePG.enabled -}}
{{ include "greenroom.fullname" . }}-postgresql-rw.{{ .Release.Namespace }}.svc
{{- else -}}
{{ include "greenroom.host" (list . .Values.database.host) }}
{{- end }}
{{- end }}

{{- define "greenroom.databasePort" -}}
{{ ternary 5432 (.Values.database.port | int) .Values.database.cloudNativePG.enabled }}
{{- end }}

{{- define "greenroom.databaseUrl" -}}
jdbc:postgresql://{{ include "greenroom.databaseHost" . }}:{{ include "greenroom.databasePort" . }}/{{ .Values.database.name }}
{{- with .Values.database.parameters }}?{{ . }}{{ end }}
{{- end }}

{{/* The most connections at once: every pod there may be, those of a rollout beside them, Jobs, and ten for PostgreSQL itself. */}}
{{- define "greenroom.databaseConnections" -}}
{{- $api := .Values.apiServer }}
{{- $pool := .Values.worker.pool }}
{{- $operators := add 1 .Values.operator.replicas }}
{{- $apiServers := add 1 (ternary $api.autoscaling.maxReplicas $api.replicas $api.autoscaling.enabled) }}
{{- $pools := ternary $pool.replicas $pool.autoscaling.maxReplicas (eq $pool.autoscaling.by "none") | int }}
{{- $connections := add 10 .Values.database.cloudNativePG.jobConnections }}
{{- $connections = add $connections (mul $operators (add 6 .Values.operator.databaseConnections)) }}
{{- $connections = add $connections (mul $apiServers (add 1 $api.databaseConnections $api.lookupConnections)) }}
{{- if $pool.enabled }}
{{- $connections = add $connections (mul (add 1 $pools (div $pools 4)) (add 1 $pool.databaseConnections)) }}
{{- end }}
{{- $connections }}
{{- end }}

{{- define "greenroom.databaseAdminSecret" -}}
{{- if .Values.database.cloudNativePG.enabled -}}
{{ include "greenroom.fullname" . }}-postgresql-superuser
{{- else -}}
{{ .Values.database.admin.existingSecret }}
{{- end }}
{{- end }}

{{- define "greenroom.sandboxHost" -}}
{{ include "greenroom.fullname" . }}-sandbox.{{ .Release.Namespace }}.svc
{{- end }}

{{- define "greenroom.sandboxUrl" -}}
http://{{ include "greenroom.sandboxHost" . }}:8090
{{- end }}

{{/* Where Jobs and the pool reach the API server, as every namespace knows it. No route leads to this port. */}}
{{- define "greenroom.apiServerInternalUrl" -}}
http://{{ include "greenroom.fullname" . }}-api-server.{{ .Release.Namespace }}.svc:8083
{{- end }}

{{- define "greenroom.s3Port" -}}
{{- $url := urlParse .Values.media.s3.endpoint -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{ default (ternary "443" "80" (eq $url.scheme "https")) $port }}
{{- end }}

{{/* What Jobs may call besides public addresses. */}}
{{- define "greenroom.egressAllow" -}}
{{- $allow := .Values.egress.allow }}
{{- if .Values.sandbox.enabled }}
{{- $allow = append $allow (include "greenroom.sandboxUrl" . | trimPrefix "http://") }}
{{- end }}
{{- join "," $allow }}
{{- end }}

{{/* The model router's address, as every namespace knows it. */}}
{{- define "greenroom.modelUrl" -}}
{{- if .Values.sandbox.enabled -}}
{{ include "greenroom.sandboxUrl" . }}/model
{{- else -}}
{{- $url := urlParse .Values.model.url -}}
{{- $host := regexReplaceAll ":[0-9]+$" $url.host "" -}}
{{- $port := regexFind ":[0-9]+$" $url.host -}}
{{ $url.scheme }}://{{ include "greenroom.host" (list . $host) }}{{ $port }}{{ $url.path }}
{{- end }}
{{- end }}

{{- define "greenroom.modelPort" -}}
{{- $url := urlParse .Values.model.url -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{ default (ternary "443" "80" (eq $url.scheme "https")) $port }}
{{- end }}

{{- define "greenroom.tracingPort" -}}
{{- $url := urlParse .Values.tracing.endpoint -}}
{{- $port := regexFind ":[0-9]+$" $url.host | trimPrefix ":" -}}
{{ default (ternary "443" "80" (eq $url.scheme "https")) $port }}
{{- end }}

{{- define "greenroom.logVariables" -}}
- name: GREENROOM_LOG_FORMAT
  value: {{ .Values.logs.format }}
- name: QUARKUS_LOG_CONSOLE_JSON_ENABLED
  value: {{ eq .Values.logs.format "json" | quote }}
{{- end }}

{{- define "greenroom.tracingVariables" -}}
- name: GREENROOM_TRACING_ENDPOINT
  value: {{ .Values.tracing.endpoint | quote }}
- name: GREENROOM_TRACING_SAMPLING
  value: {{ .Values.tracing.sampling | quote }}
{{- end }}

{{/* A variable from a Secret: (list "GREENROOM_DB_APP_PASSWORD" "greenroom-database" "app-password") */}}
{{- define "greenroom.secretVariable" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}
