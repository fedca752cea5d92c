/** Runs `use` as somebody to whom files may be closed: nothing is to root, as whom tests may run. */
export async function asOrdinaryUser(use: () => Promise<void>): Promise<void> {
  const before = process.geteuid!();
  process.seteuid!(before || ordinaryUser);
  try {
    await use();
  } finally {
    process.seteuid!(before);
  }
}

/** As whom `asOrdinaryUser` runs what root would. */
export const ordinaryUser = 65534;
