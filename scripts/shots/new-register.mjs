/** What a new register is to hold. */
export async function show(workbench) {
  await workbench.begin('Exchange: New Register');
  await workbench.untilAsked('What is it to hold?');
}
