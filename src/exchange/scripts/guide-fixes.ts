import type { Binding } from './binding';
import type { ScriptFix } from './check-script';
import type { Command } from './script';

const restart = ["# The key takes effect when the Information Store restarts. That dismounts the server's databases for a moment; in a DAG they fail over:", '# Restart-Service -Name MSExchangeIS'];

/** What the guide meant by `Set-ClientAccessServer -ClientAccessServerEnabled`, first what it is for. */
export function guideServerFixes(text: string, command: Command, { named }: Binding): ScriptFix[] {
  const identity = named.find(({ parameter }) => typeof parameter === 'object' && parameter.name === 'Identity')?.argument;
  const server = identity ? text.slice(identity.start, identity.end) : '$env:COMPUTERNAME';
  return [
    activation(text, command, server),
    ...commentedOut(text, command),
    { title: 'Use Set-ClientAccessService, which edits Autodiscover settings and licenses nothing', edits: [{ start: command.start, end: command.end, newText: `Set-ClientAccessService -Identity ${server}` }] },
  ];
}

/**
 * What the guide meant by `Install-ExchangeCertificate`, first what it is for. New-ExchangeCertificate, which takes all its
 * parameters, comes last: it works, and can break the flow of mail.
 */
export function guideCertificateFixes(text: string, command: Command): ScriptFix[] {
  return [
    activation(text, command, '$env:COMPUTERNAME'),
    ...commentedOut(text, command),
    {
      title: 'Install an issued certificate (Import-ExchangeCertificate): it activates nothing',
      edits: [{ start: command.start, end: command.end, newText: "Import-ExchangeCertificate -FileData ([System.IO.File]::ReadAllBytes((Read-Host 'Path of the certificate file'))) -Password (Get-Credential -UserName 'pfx' -Message 'PFX password').Password" }],
    },
    {
      title: 'Create a self-signed certificate (New-ExchangeCertificate): as the default for SMTP it can break TLS and hybrid mail flow',
      edits: [{ start: command.start, end: command.nameEnd, newText: 'New-ExchangeCertificate' }],
    },
  ];
}

function activation(text: string, command: Command, server: string): ScriptFix {
  const set = `Set-ExchangeServer -Identity ${server} -ProductKey (Read-Host 'Product key')`;
  const lines = linesOf(text, command);
  const newText = lines ? [set, ...restart].join(`${lines.lineBreak}${lines.indentation}`) : set;
  return { title: "Activate the server: Set-ExchangeServer -ProductKey (Read-Host 'Product key')", edits: [{ start: command.start, end: command.end, newText }] };
}

function commentedOut(text: string, command: Command): ScriptFix[] {
  const lines = linesOf(text, command);
  return lines ? [{ title: 'Comment it out: it does nothing for licenses', edits: lines.starts.map(start => ({ start, end: start, newText: '# ' })) }] : [];
}

/** The lines of a command that has them for itself. */
function linesOf(text: string, { start, end }: Command): { readonly starts: readonly number[]; readonly indentation: string; readonly lineBreak: string } | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const indentation = text.slice(lineStart, start);
  const rest = text.slice(end, lineEnd < 0 ? text.length : lineEnd).trim();
  if (indentation.trim() !== '' || (rest !== '' && !rest.startsWith('#'))) {
    return undefined;
  }
  const starts = [start];
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return { starts, indentation, lineBreak: text.includes('\r\n') ? '\r\n' : '\n' };
}
