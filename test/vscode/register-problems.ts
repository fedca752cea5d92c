/** What must stand in workspace/license-register.yaml as it is. */
export const registerProblems = [
  '5:15-16 error over-assigned-purchase',
  '21:5-12 warning unknown-key',
  '24:15-19 error purchase-unknown',
];
