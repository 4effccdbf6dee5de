{{/* Single egress rules, to be listed where a component needs them. */}}

{{- define "greenroom.egressDns" -}}
- to:
    {{- toYaml .Values.networkPolicy.dns | nindent 4 }}
  ports:
    {{- range .Values.networkPolicy.dnsPorts }}
    - port: {{ . }}
      protocol: UDP
    - port: {{ . }}
      protocol: TCP
    {{- end }}
{{- end }}

{{- define "greenroom.egressPostgresql" -}}
- ports:
    - port: {{ include "greenroom.databasePort" . }}
      protocol: TCP
  {{- if .Values.networkPolicy.postgresql }}
  to:
    {{- toYaml .Values.networkPolicy.postgresql | nindent 4 }}
  {{- else if .Values.database.cloudNativePG.enabled }}
  to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Release.Namespace }}
      podSelector:
        matchLabels:
          cnpg.io/cluster: {{ include "greenroom.fullname" . }}-postgresql
  {{- end }}
{{- end }}

{{- define "greenroom.egressKubernetesApi" -}}
- to:
    {{- range .Values.networkPolicy.kubernetesApi.cidrs }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  ports:
    {{- range .Values.networkPolicy.kubernetesApi.ports }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
{{- end }}

{{- define "greenroom.egressApiServer" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Release.Namespace }}
      podSelector:
        matchLabels:
          {{- include "greenroom.selector" (list . "api-server") | nindent 10 }}
  ports:
    - port: 8083
      protocol: TCP
{{- end }}

{{- define "greenroom.egressMedia" -}}
- ports:
    - port: {{ include "greenroom.s3Port" . }}
      protocol: TCP
  {{- with .Values.networkPolicy.s3 }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "greenroom.egressSandbox" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .Release.Namespace }}
      podSelector:
        matchLabels:
          {{- include "greenroom.selector" (list . "sandbox") | nindent 10 }}
  ports:
    - port: 8090
      protocol: TCP
{{- end }}

{{- define "greenroom.egressModel" -}}
{{- if .Values.sandbox.enabled -}}
{{ include "greenroom.egressSandbox" . }}
{{- else -}}
- ports:
    - port: {{ include "greenroom.modelPort" . }}
      protocol: TCP
  {{- with .Values.networkPolicy.model }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "greenroom.egressTracing" -}}
- ports:
    - port: {{ include "greenroom.tracingPort" . }}
      protocol: TCP
  {{- with .Values.networkPolicy.tracing }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "greenroom.egressNetworks" -}}
- to:
    - ipBlock:
        cidr: 0.0.0.0/0
        except:
          {{- toYaml .Values.networkPolicy.networks.exceptIPv4 | nindent 10 }}
    - ipBlock:
        cidr: ::/0
        except:
          {{- toYaml .Values.networkPolicy.networks.exceptIPv6 | nindent 10 }}
  ports:
    {{- range .Values.networkPolicy.networks.ports }}
    - port: {{ . }}
      protocol: TCP
    {{- end }}
{{- with .Values.networkPolicy.networks.rules }}
{{ toYaml . }}
{{- end }}
{{- if .Values.sandbox.enabled }}
{{ include "greenroom.egressSandbox" . }}
{{- end }}
{{- end }}
