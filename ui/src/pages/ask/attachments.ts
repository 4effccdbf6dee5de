import { useEffect, useRef, useState } from "react";
import { explain } from "@/api/problem";
import type { Upload } from "@/api/types";
import { upload } from "@/api/upload";
import { t } from "@/messages";

/** A chosen file on its way to the server, or there. */
export interface Attachment {
  key: string;
  name: string;
  mediaType: string;
  /** From 0 to 1. */
  progress: number;
  altText: string;
  done?: Upload;
  error?: string;
}

const accepted = ["image/jpeg", "image/png", "image/webp", "image/gif", "video/mp4", "video/quicktime"];
export const ACCEPT = accepted.join(",");

let chosen = 0;

/** The files of a request: uploaded as soon as they are chosen, so that sending is quick. */
export function useAttachments() {
  const [attachments, setAttachments] = useState<Attachment[]>([]);
  const aborts = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = aborts.current;
    return () => running.forEach((abort) => abort.abort());
  }, []);

  function change(key: string, part: Partial<Attachment>) {
    setAttachments((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  }

  function add(files: Iterable<File>) {
    for (const file of files) {
      const key = `file-${++chosen}`;
      const fits = accepted.includes(file.type);
      const error = fits ? undefined : t.ask.notPicture(file.name);
      setAttachments((all) => [...all, { key, name: file.name, mediaType: file.type, progress: 0, altText: "", error }]);
      if (fits) void send(key, file);
    }
  }

  async function send(key: string, file: File) {
    const abort = new AbortController();
    aborts.current.set(key, abort);
    try {
      const done = await upload(file, (progress) => change(key, { progress }), abort.signal);
      change(key, { done, progress: 1 });
    } catch (error) {
      change(key, { error: explain(error) });
    } finally {
      aborts.current.delete(key);
    }
  }

  function remove(key: string) {
    aborts.current.get(key)?.abort();
    setAttachments((all) => all.filter((one) => one.key !== key));
  }

  return { attachments, add, remove, change, clear: () => setAttachments([]) };
}
