# The activation guide's two commands, and a few that only look right. What is underlined says why;
# Ctrl+. (the light bulb) offers what was probably meant. Rest the mouse on a name to see what it is.

Set-ClientAccessServer -Identity <ServerName> -ClientAccessServerEnabled $true

Install-ExchangeCertificate -Services SMTP -KeySize 2048 -DomainName <DomainName> -FriendlyName <FriendlyName> -PrivateKeyExportable $true

Get-TransportServer | Format-Table Name
Get-Mailbox -ResultSize Unlimited -RecipientTypDetails SharedMailbox
Get-UMMailbox -Identity 'anna.nowak@contoso.example'
Enable-ExchangeCertificate -Thumbprint $thumbprint -Services IIS,SMPT

