{{/* What the migration's Job does. */}}

{{- define "greenroom.migrateSpec" -}}
{{- $passwords := .Values.database.existingSecret }}
{{- $admin := include "greenroom.databaseAdminSecret" . -}}
backoffLimit: 6
activeDeadlineSeconds: {{ .Values.migrations.activeDeadlineSeconds }}
template:
  metadata:
    labels:
      {{- include "greenroom.componentLabels" (list . "migrate") | nindent 6 }}
  spec:
    serviceAccountName: {{ include "greenroom.fullname" . }}-migrate
    automountServiceAccountToken: false
    enableServiceLinks: false
    restartPolicy: OnFailure
    securityContext:
      {{- include "greenroom.podSecurity" . | nindent 6 }}
    {{- include "greenroom.pullSecrets" . | nindent 4 }}
    containers:
      - name: migrate
        image: {{ include "greenroom.image" (list . .Values.worker.image) }}
        imagePullPolicy: {{ .Values.image.pullPolicy }}
        args: [migrate]
        securityContext:
          {{- include "greenroom.containerSecurity" . | nindent 10 }}
        env:
          - name: GREENROOM_DB_URL
            value: {{ include "greenroom.databaseUrl" . | quote }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_ADMIN_USER" $admin "username") | nindent 10 }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_ADMIN_PASSWORD" $admin "password") | nindent 10 }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_OWNER_PASSWORD" $passwords "owner-password") | nindent 10 }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_APP_PASSWORD" $passwords "app-password") | nindent 10 }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_LOOKUP_PASSWORD" $passwords "lookup-password") | nindent 10 }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_PROVISIONER_PASSWORD" $passwords "provisioner-password") | nindent 10 }}
          {{- if .Values.worker.pool.enabled }}
          {{- include "greenroom.secretVariable" (list "GREENROOM_DB_POOL_PASSWORD" $passwords "pool-password") | nindent 10 }}
          {{- end }}
        resources:
          {{- toYaml .Values.migrations.resources | nindent 10 }}
        volumeMounts:
          {{- include "greenroom.tmpMount" . | nindent 10 }}
    volumes:
      {{- include "greenroom.tmpVolume" . | nindent 6 }}
{{- end }}
