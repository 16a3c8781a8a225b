import { z } from 'zod'

/** Largest file of the planner's that goes over to the services, such as a trace or a whole library: 48 MiB. */
export const MOST_FILE_BYTES = 48 * 1024 * 1024

/** A file that the system hands over to the screen, of at most {@link MOST_FILE_BYTES}. */
export const HandedFile = z.object({ fileName: z.string(), base64: z.string() })
export type HandedFile = z.infer<typeof HandedFile>

/** The menus that a screen wants to be shown, in its language; choosing an item sends its id back as a `command`. */
export const MenuBar = z
  .array(
    z.strictObject({
      id: z.enum(['file', 'edit', 'plan', 'view', 'go', 'help']),
      label: z.string().max(60),
      items: z
        .array(
          z.strictObject({
            id: z.string().max(60),
            label: z.string().max(200),
            /** As in `Mod+Shift+Z`; empty: none. */
            keys: z.string().max(40),
          }),
        )
        .max(60),
    }),
  )
  .max(6)
export type MenuBar = z.infer<typeof MenuBar>

export const MenuOrder = z.strictObject({ bar: MenuBar, recentLabel: z.string().max(60) })
export type MenuOrder = z.infer<typeof MenuOrder>
