import { csrfHeader } from "./client";
import { ApiError, Unreachable } from "./problem";
import type { Problem, Upload } from "./types";

/** Sends a file as it is, telling from time to time how much of it has arrived (0 to 1). */
export function upload(file: File, tellProgress: (share: number) => void, signal: AbortSignal): Promise<Upload> {
  return new Promise((resolve, reject) => {
    // fetch can't tell how much of a body was sent.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/uploads?filename=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => tellProgress(total ? loaded / total : 0);
    request.onerror = () => reject(new Unreachable());
    request.onload = () => {
      if (request.status < 300) resolve(request.response as Upload);
      else reject(new ApiError(request.status, (request.response as Partial<Problem> | null) ?? undefined));
    };
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
