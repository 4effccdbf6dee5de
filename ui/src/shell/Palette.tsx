import "@mantine/spotlight/styles.css";
import { useMantineColorScheme } from "@mantine/core";
import { createSpotlight, Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconKeyboard, IconLogout, IconMoon, IconSearch, IconSun } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { talentsQuery, variantsQuery } from "@/api/queries";
import { t } from "@/messages";
import { Avatar } from "@/preview/Avatar";
import { NetworkIcon, networkName } from "@/preview/NetworkName";
import { piles, pileOf, statesOf } from "@/state/piles";
import { places } from "./places";
import classes from "./Shell.module.css";
import { signOut } from "./signOut";

const [store, spotlight] = createSpotlight();
const findable = [...piles.waiting, ...piles["going-out"], ...statesOf("care")];

interface Props {
  onClose: () => void;
  onHelp: () => void;
}

/** Finds anything and does anything, from the keyboard. */
export default function Palette({ onClose, onHelp }: Props) {
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme();
  const { data: talents = [] } = useQuery(talentsQuery);
  const { data: posts } = useInfiniteQuery(variantsQuery({ states: findable }));
  useEffect(() => spotlight.open(), []);

  const group = (name: string, actions: SpotlightActionData[]): SpotlightActionGroupData => ({ group: name, actions });
  const actions = [
    group(
      t.palette.go,
      places.map(({ to, name, Sign }) => ({
        id: to,
        label: name,
        leftSection: <Sign size={18} stroke={1.6} aria-hidden="true" />,
        onClick: () => void navigate({ to }),
      })),
    ),
    group(
      t.palette.talents,
      talents.map((talent) => ({
        id: talent.id,
        label: talent.displayName,
        leftSection: <Avatar name={talent.displayName} url={talent.avatarUrl} size={22} />,
        onClick: () => void navigate({ to: "/talents/$id", params: { id: talent.id } }),
      })),
    ),
    group(
      t.palette.posts,
      (posts?.pages ?? []).flatMap((page) =>
        page.items.map((variant) => ({
          id: variant.id,
          label: variant.post.title || variant.content.text.slice(0, 80),
          description: `${variant.talent.displayName}, ${networkName(variant.account.platform)}`,
          leftSection: <NetworkIcon platform={variant.account.platform} />,
          onClick: () => void navigate({ to: "/queue", search: { show: pileOf(variant.state), post: variant.id } }),
        })),
      ),
    ),
    group(t.palette.act, [
      { id: "light", label: t.palette.toTheme(t.nav.light), leftSection: <IconSun size={18} aria-hidden="true" />, onClick: () => setColorScheme("light") },
      { id: "dark", label: t.palette.toTheme(t.nav.dark), leftSection: <IconMoon size={18} aria-hidden="true" />, onClick: () => setColorScheme("dark") },
      { id: "help", label: t.nav.shortcuts, leftSection: <IconKeyboard size={18} aria-hidden="true" />, onClick: onHelp },
      { id: "out", label: t.nav.signOut, leftSection: <IconLogout size={18} aria-hidden="true" />, onClick: () => void signOut() },
    ]),
  ];

  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t.palette.nothing}
      highlightQuery
      limit={12}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 80 }}
      attributes={{ content: { "aria-label": t.nav.find } }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.4 }}
      classNames={{ actionsGroup: classes.paletteGroup }}
      searchProps={{
        placeholder: t.palette.placeholder,
        "aria-label": t.palette.placeholder,
        leftSection: <IconSearch size={18} aria-hidden="true" />,
      }}
    />
  );
}
