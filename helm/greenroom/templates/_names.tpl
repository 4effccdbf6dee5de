{{/* Names, labels and images. */}}

{{- define "greenroom.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" }}
{{- end }}

{{- define "greenroom.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" }}
{{- else if contains (include "greenroom.name" .) .Release.Name }}
{{- .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "greenroom.name" .) | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "greenroom.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/name: {{ include "greenroom.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* Of a component: (list $ "operator") */}}
{{- define "greenroom.componentLabels" -}}
{{ include "greenroom.labels" (first .) }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{- define "greenroom.selector" -}}
app.kubernetes.io/name: {{ include "greenroom.name" (first .) }}
app.kubernetes.io/instance: {{ (first .).Release.Name }}
app.kubernetes.io/component: {{ last . }}
{{- end }}

{{/* The full name of an image, by its own digest or the tag of all: (list $ "greenroom-operator") */}}
{{- define "greenroom.image" -}}
{{- $root := first . }}
{{- $image := $root.Values.image }}
{{- with $image.registry }}{{ trimSuffix "/" . }}/{{ end }}{{ last . }}
{{- if not (contains "@" (last .)) }}:{{ default $root.Chart.AppVersion $image.tag }}{{ end }}
{{- end }}

{{/* A host's name as every namespace knows it: (list $ "postgresql") */}}
{{- define "greenroom.host" -}}
{{- $host := last . }}
{{- if or (contains "." $host) (contains ":" $host) -}}
{{ $host }}
{{- else -}}
{{ $host }}.{{ (first .).Release.Namespace }}.svc
{{- end }}
{{- end }}
