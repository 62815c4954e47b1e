/**
 * The commonest passwords that are long enough to pass, folded: lower case, no spaces. Short ones are refused by
 * their length.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 12345678910111213 123456123456
  987654321098 0987654321098 098765432109 1234567891011 123456789123 123456789abc 1234567890ab 1234567890qwe
  123456789qwe 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc zaq12wsxcde3
  qazwsxedcrfv qazwsxedcrfvtgb qwertyuiop12 qwertyuiop123 qwertyuiop1234 qwertyuiopasdf qwertyuiop[] qwertyuiopåæø
  qwerty123456 qwerty1234567 qwerty12345678 qwerty123456789 qwertyqwerty qwerty12qwerty asdfghjkl123 asdfghjklzxcvbnm
  asdfghjklæøå asdfasdfasdf qweasdzxc123 qweqweqweqwe zxcvbnmasdfghjkl 1234qwerasdf 1234qwerasdfzxcv abcdefghijkl
  abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz abc123456789 abcd12345678 abcd1234abcd abc123abc123
  a1b2c3d4e5f6 a123456789012 password1234 password12345 password123456 password1234567 password12345678
  password123456789 passwordpassword password123! password1234! password2024 password2025 password2026 password!123
  passw0rd1234 p@ssw0rd1234 p@ssword1234 p@ssw0rd123! mypassword12 mypassword123 mypassword1234 newpassword1
  newpassword12 newpassword123 changeme1234 changeme123! changemenow1 changeitnow1 welcome12345 welcome123456
  welcome1234! welcome2024! welcome2025! welcomeback1 letmein12345 letmein123456 letmeinplease letmeinnow123
  iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch iloveyou123! adminadmin12 adminadmin123 administrator
  administrator1 administrator123 admin1234567 admin12345678 admin123456789 adminpassword admin@123456 rootpassword
  root12345678 toortoortoor superman1234 superman12345 batman123456 pokemon12345 football1234 football12345
  baseball1234 basketball12 basketball123 liverpool123 liverpool1234 manchester12 manchesterunited chelsea12345
  barcelona123 brondby12345 sunshine1234 princess1234 princess12345 starwars1234 dragon123456 monkey123456
  shadow123456 michael12345 jennifer1234 jessica12345 charlie12345 computer1234 computer12345 internet1234
  microsoft123 windows12345 google123456 facebook1234 facebook12345 samsung12345 correcthorsebatterystaple
  trustno1trustno1 trustno12345 whatever1234 secret123456 secretpassword supersecret1 supersecret123 topsecret123
  master123456 masterpassword q1w2e3r4t5y6 q1w2e3r4t5y6u7i8 adgangskode1 adgangskode12 adgangskode123 adgangskode1234
  kodeord12345 kodeord123456 minadgangskode mitkodeord123 velkommen123 velkommen1234 sommer202500 danmark12345
  københavn123 fodbold12345 jegelskerdig jegelskerdig1 jegelskerdig123 hemmelighed1 hemmelighed123 support12345
  helpdesk1234 helpdesk12345 servicedesk1 servicedesk123 test12345678 test123456789 testing12345 testpassword
  demo12345678 thisismypassword thisisapassword nopassword123 yourpassword1`.split(/\s+/u),
)
