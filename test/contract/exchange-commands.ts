/** What the snippets for the Exchange Management Shell insert, by their names, when nothing is typed over. */
export const commands: Readonly<Record<string, string>> = {
  'Enter the server product key': [
    "Set-ExchangeServer -Identity 'EX01' -ProductKey (Read-Host 'Product key')",
    "# The key takes effect when the Information Store restarts. That dismounts the server's databases for a moment; in a DAG they fail over:",
    '# Restart-Service -Name MSExchangeIS',
  ].join('\n'),
  'Is this server licensed?':
    "Get-ExchangeServer -Identity 'EX01' | Format-List Name,Edition,IsExchangeTrialEdition,IsExpiredExchangeTrialEdition,RemainingTrialPeriod,AdminDisplayVersion",
  'Create a self-signed certificate':
    "New-ExchangeCertificate -Server 'EX01' -Services SMTP -KeySize 2048 -DomainName 'mail.contoso.example' -FriendlyName 'Contoso mail 2026' -PrivateKeyExportable $true",
  'Install an issued certificate': String.raw`Import-ExchangeCertificate -Server 'EX01' -FileData ([System.IO.File]::ReadAllBytes('\\fs01\certs\mail.pfx')) -Password (Get-Credential -UserName 'pfx' -Message 'PFX password').Password -PrivateKeyExportable $true`,
  'Assign a certificate to services': "Enable-ExchangeCertificate -Server 'EX01' -Thumbprint '0000000000000000000000000000000000000000' -Services IIS,SMTP",
  "Does not work: the guide's Set-ClientAccessServer": 'Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true',
  "Does not work: the guide's Install-ExchangeCertificate":
    'Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true',
};
