import { Kbd, Modal } from "@mantine/core";
import { t } from "@/messages";
import classes from "./Shell.module.css";

const keys: [string[], string][] = [
  [["j"], t.help.next],
  [["k"], t.help.previous],
  [["Enter"], t.help.open],
  [["a"], t.help.approve],
  [["e"], t.help.edit],
  [["r"], t.help.reject],
  [["m"], t.help.move],
  [["u"], t.help.takeBack],
  [["x"], t.help.choose],
  [["/"], t.help.filter],
  [["Ctrl", "K"], t.help.palette],
  [["Esc"], t.help.close],
  [["?"], t.help.help],
];

/** What the keys do. */
export function Help({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={t.help.title} size={400} closeButtonProps={{ "aria-label": t.act.close }}>
      <dl className={classes.keys}>
        {keys.map(([combination, what]) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>
              {combination.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
