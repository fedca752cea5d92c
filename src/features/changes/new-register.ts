import { writeScalar } from '../../core/fixes/yaml-text';

/** Whether a register is a list of assignments, or has sections for purchases and servers too. */
export type RegisterShape = 'list' | 'sections';

/** The text of a register without entries. @param organization the licensee, where it has sections */
export function newRegisterText(shape: RegisterShape, organization?: string): string {
  return shape === 'list' ? list : sections.replace('organization:\n', organization === undefined ? '' : `organization: ${writeScalar(organization)}\n\n`);
}

const list = `# Who holds which Exchange CAL: an entry for each person or device, such as
#
# - name: Anna Nowak
#   email: anna.nowak@contoso.example
#   type: Exchange Server SE Standard User CAL
#   assigned: 2026-03-02
#   purchase: PO-2026-0118
`;

const sections = `organization:
# What was bought, line by line of the invoices.
purchases:

# The Exchange servers, and by which license each runs.
servers:

# Who holds which CAL.
assignments:
`;
