import { BlockList, isIP } from 'node:net'

/** Whether an address is one that anybody in the world could ask: not of this machine, this network, or kept for documents and tests. */
export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !notPublic.check(address, 'ipv4')
  // What stands for an address of version 4 (::ffff:10.0.0.1, 64:ff9b::) lies outside of what is given to networks.
  return version === 6 && given.check(address, 'ipv6') && !notPublic.check(address, 'ipv6')
}

const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')

const notPublic = new BlockList()
for (const subnet of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
]) {
  const [network = '', bits] = subnet.split('/')
  notPublic.addSubnet(network, Number(bits), isIP(network) === 6 ? 'ipv6' : 'ipv4')
}
